import { ok } from '#shared/base/outcome.ts';
import type { FirstLook } from '#shared/contract/calls.ts';
import { firstScenario } from '#shared/contract/first-scenario.ts';
import type { Handlers } from '#shared/contract/host.ts';

/** What a window would ask one after another while it opens. */
type Asked = Pick<
  Handlers,
  | 'app.describe'
  | 'scenario.list'
  | 'settings.read'
  | 'library.layout'
  | 'scenario.open'
  | 'history.read'
  | 'scenario.companions'
  | 'projection.follow'
>;

/** No page gives its own questions this number. */
const ticket = 0;

/** Makes the handler that answers all that a window begins with, from the handlers of its parts. */
export function openingHandlers(asked: Asked): Pick<Handlers, 'app.opening'> {
  return {
    'app.opening': async () => {
      const [app, refs, kept, layout] = await Promise.all([
        asked['app.describe']({}),
        asked['scenario.list']({}),
        asked['settings.read']({}),
        asked['library.layout']({}),
      ]);
      if (!app.ok) return app;
      if (!refs.ok) return refs;
      if (!kept.ok) return kept;
      const { settings } = kept.value;
      const id = firstScenario(refs.value, settings.recent);
      return ok({
        app: app.value,
        refs: refs.value,
        settings,
        layout: layout.ok ? layout.value.layout : null,
        first: id === null ? null : await lookAt(asked, id),
      });
    },
  };
}

/** Null where a file cannot be read: the window asks for it again and says why. */
async function lookAt(asked: Asked, id: string): Promise<FirstLook | null> {
  const [opened, history] = await Promise.all([
    asked['scenario.open']({ id }),
    asked['history.read']({ id }),
  ]);
  if (!opened.ok || !history.ok) return null;
  const { text } = opened.value;
  const companions = await asked['scenario.companions']({ id, text });
  if (!companions.ok) return null;
  const { files } = companions.value;
  const scenario = { id, text, files };
  return {
    opened: opened.value,
    history: history.value.history,
    files,
    projection: await asked['projection.follow']({ ticket, scenario, known: [] }),
  };
}
