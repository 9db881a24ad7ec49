// node boot.mjs STAND-IN MAIN [arguments]: runs the built main with the stand-in in the place of `electron`.
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

const [standIn, main] = process.argv.slice(2, 4).map((path) => pathToFileURL(path).href);
process.argv.splice(1, 3, process.argv[3]);
register(
  `data:text/javascript,${encodeURIComponent(
    `export const resolve = (specifier, context, next) => specifier === 'electron'
      ? { url: ${JSON.stringify(standIn)}, shortCircuit: true } : next(specifier, context);`,
  )}`,
);

function fail(message) {
  process.send?.({ kind: 'failed', message });
  console.error(message);
  process.exit(70);
}

let isDefectWanted = false;
process.on('message', ({ kind }) => {
  if (kind !== 'defect') return;
  isDefectWanted = true;
  setTimeout(() => {
    throw new Error('a defect, quoting title: Secret deal');
  }, 0);
});
// A defect the test has asked for is for the app to deal with.
process.on('uncaughtException', (error) => isDefectWanted || fail(error.stack));
process.on('unhandledRejection', (error) => fail(error?.stack ?? String(error)));
// A test that is gone leaves no browser behind.
process.on('disconnect', () => process.exit(0));

const { app, gate } = await import(standIn);
const patience = setTimeout(
  () =>
    fail(
      'The main entry is still being evaluated after 5 s: waiting for readiness at its top level deadlocks Electron.',
    ),
  5_000,
);
await import(main);
clearTimeout(patience);
gate.open();
app.emit('ready', {}, {});
