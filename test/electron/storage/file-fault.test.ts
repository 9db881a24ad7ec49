import { describe, expect, it } from 'vitest';
import { fileFault } from '../../../electron/storage/file-fault.ts';

const refusal = (code: string): Error => Object.assign(new Error(`${code}: not for the user`), { code });

describe('fileFault', () => {
  it.each([
    'EACCES',
    'EPERM',
    'EROFS',
    'ENOSPC',
    'EDQUOT',
    'EBUSY',
    'ETXTBSY',
    'EISDIR',
    'ENOTDIR',
    'EEXIST',
    'ENXIO',
    'ELOOP',
    'ENAMETOOLONG',
    'EMFILE',
    'EFBIG',
    'EIO',
  ])('says of %s which file, what is the matter and what to do, without the words of the system', (code) => {
    const fault = fileFault(refusal(code), 'deal.scenario.yaml');
    expect(fault).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/^deal\.scenario\.yaml: [^;]{10,}; [^;]{10,}\.$/),
    });
    expect(JSON.stringify(fault)).not.toContain(code);
  });

  it('names a file that is not there', () => {
    const fault = fileFault(refusal('ENOENT'), 'deal.scenario.yaml');
    expect(fault).toMatchObject({ kind: 'not-found', id: 'deal.scenario.yaml' });
  });

  it('hides no defect of the program behind words', () => {
    const defect = new TypeError('undefined is no file');
    expect(() => fileFault(defect, 'deal.scenario.yaml')).toThrow(defect);
  });
});
