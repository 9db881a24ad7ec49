/** What the app has asked of its Chromium on the command line; the browser that stands for it is started with the same. */
export const switches: string[] = [];
