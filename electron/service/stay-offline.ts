import { Socket as DatagramSocket } from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { isIP, Socket } from 'node:net';

/** Hears of an attempt to reach the network, with the stack that shows where it came from. */
export type ReportAttempt = (stack: string) => void;

const questions = ['resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse', 'lookupService'] as const;

/**
 * Makes this process unable to open a connection or to ask for a name, whoever asks: the program has no use for either, so
 * an attempt is a defect or something worse. Answering connections of this machine, as the browser host does, is not touched.
 */
export function stayOffline(report: ReportAttempt): void {
  const refuse = (): never => {
    const error = Object.assign(new Error('Offtake makes no connections.'), { code: 'ENETUNREACH' });
    report(error.stack ?? error.message);
    throw error;
  };
  Socket.prototype.connect = refuse;
  DatagramSocket.prototype.connect = refuse;
  DatagramSocket.prototype.send = refuse;
  for (const name of questions) {
    dns[name] = refuse as never;
    if (name in dns.promises) Object.assign(dns.promises, { [name]: refuse });
  }
  dns.lookup = onlyNumbers(dns.lookup, refuse);
  dns.promises.lookup = onlyNumbers(dns.promises.lookup, refuse);
  syncBuiltinESMExports();
}

/** Lets a question through that is its own answer, as when a server is told the number to listen on. */
function onlyNumbers<F extends (...given: never[]) => unknown>(lookup: F, refuse: () => never): F {
  return ((...given: unknown[]) =>
    typeof given[0] === 'string' && isIP(given[0]) > 0
      ? lookup(...(given as never[]))
      : refuse()) as unknown as F;
}
