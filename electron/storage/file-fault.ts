import type { Fault } from '#shared/contract/fault.ts';

/** Windows says no more than this of a file that another program has open. */
const forbidden =
  'the system does not permit it; if it is open in another program close it there, else check the permissions of the file and its folder';

const reasons: Readonly<Record<string, string>> = {
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: 'the disk is read-only; save it under another folder',
  ENOSPC: 'the disk is full; make room and try again, the old file is as it was',
  EDQUOT: 'your disk quota is used up; make room and try again, the old file is as it was',
  EBUSY: 'another program has it open; close it there and try again',
  ETXTBSY: 'another program has it open; close it there and try again',
  EISDIR: 'it is a folder, not a file; choose a file in it, or another name',
  ENOTDIR: 'part of its path is a file, not a folder; correct the path',
  EEXIST: 'something else of that name is in the way; choose another name',
  ENXIO: 'it is not an ordinary file; choose one that can be read as text',
  ELOOP: 'it is a link that leads in circles; let it lead to a file, or open that file itself',
  ENAMETOOLONG: 'the name is too long; choose a shorter one',
  EMFILE: 'the program has too many files open; try again in a moment',
  EFBIG:
    'it would be larger than the system permits; make it smaller or raise the limit, the old file is as it was',
  EIO: 'the disk reported an error; check it before you go on',
};

/** Says in words what the file system refused: a value for what people meet, a throw for what only a bug can cause. */
export function fileFault(error: unknown, id: string): Fault {
  const code = codeOf(error);
  if (code === 'ENOENT') return notFound(id);
  const reason = code === null ? undefined : reasons[code];
  if (reason === undefined) throw error;
  return { kind: 'refused', message: `${id}: ${reason}.` };
}

/** Says that a file is not there. */
export function notFound(id: string): Fault {
  return {
    kind: 'not-found',
    id,
    message: `${id}: there is no such file. Check the name, or open another file.`,
  };
}

/** Reads the system's code from a thrown error; null when it is no such error. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
