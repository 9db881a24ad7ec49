import type { NativeTheme, Rectangle, Screen } from 'electron';
import { mustBeReady } from './gate.ts';

const workArea: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };

export const nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'> = { shouldUseDarkColors: false };

export const screen: Pick<Screen, 'getDisplayMatching'> = {
  getDisplayMatching: () => {
    mustBeReady('screen');
    return { workArea, bounds: workArea } as ReturnType<Screen['getDisplayMatching']>;
  },
};
