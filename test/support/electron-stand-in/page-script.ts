import { readFileSync } from 'node:fs';

/**
 * Writes the script that stands for a sandboxed, isolated preload: the built file in a function of its own whose
 * `require` knows `electron` and nothing else, with values copied at the bridge as Electron copies them.
 */
export function preloadScript(path: string): string {
  return `(() => {
  if (window.top !== window) return;
  const hearers = new Map();
  window.__standInDeliver = (channel, args) => {
    for (const hear of hearers.get(channel) ?? []) hear({ sender: null }, ...args);
  };
  window.open = (address) => {
    window.__standInOpen(new URL(address, location.href).href);
    return null;
  };
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[target=_blank]') : null;
    if (link === null || event.defaultPrevented) return;
    event.preventDefault();
    window.__standInOpen(link.href);
  });
  const ipcRenderer = {
    invoke: (channel, ...args) => window.__standInInvoke(channel, structuredClone(args)),
    on: (channel, hear) => {
      if (!hearers.has(channel)) hearers.set(channel, new Set());
      hearers.get(channel).add(hear);
    },
    off: (channel, hear) => hearers.get(channel)?.delete(hear),
  };
  const across = (value) => {
    if (typeof value === 'function') {
      return (...args) => {
        const result = value(...args.map((arg) => (typeof arg === 'function' ? across(arg) : structuredClone(arg))));
        return result instanceof Promise ? result.then((answer) => structuredClone(answer)) : across(result);
      };
    }
    if (typeof value !== 'object' || value === null) return value;
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, across(part)])));
  };
  const contextBridge = {
    exposeInMainWorld: (name, api) => {
      if (name in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(window, name, { value: across(api), enumerable: true });
    },
  };
  const require = (name) => {
    if (name !== 'electron') throw new Error('module not found: ' + name);
    return { contextBridge, ipcRenderer };
  };
  const module = { exports: {} };
  (function (require, module, exports) {
${readFileSync(path, 'utf8')}
  })(require, module, module.exports);
})();`;
}
