import { describe, expect, it } from 'vitest';
import type { EditStep } from '#shared/base/edit-history.ts';
import { createDocuments } from '../../../../renderer/state/documents.ts';
import { createEditorLink } from '../../../../renderer/state/editor-link.ts';
import { createLayout } from '../../../../renderer/state/layout.ts';
import { createNotices } from '../../../../renderer/state/notices.ts';
import { createHistories } from '../../../../renderer/state/safety/histories.ts';
import { createLayoutHistory } from '../../../../renderer/state/undo/layout-history.ts';
import { createUndo } from '../../../../renderer/state/undo/undo.ts';
import { fakeHost } from '../../../support/fake-host.ts';

const id = 'amazon-anthropic.scenario.yaml';

/** A window whose editor keeps its steps as a list, each made at a moment of its own like the changes of the layout. */
async function window() {
  let now = 0;
  const host = fakeHost();
  const documents = createDocuments();
  const histories = createHistories(host, documents);
  const layout = createLayout();
  const layoutHistory = createLayoutHistory(layout, () => {
    now += 1;
    return now;
  });
  const editorLink = createEditorLink();
  const opened = await host.call('scenario.open', { id });
  if (opened.ok) documents.open(opened.value);
  let steps: EditStep[] = [];
  let done = 0;
  const told = () =>
    histories.note(id, () => ({ text: '', past: steps.slice(0, done), future: steps.slice(done) }));
  editorLink.attach({
    act: () => undefined,
    focus: () => undefined,
    step(which) {
      done += which === 'undo' ? -1 : 1;
      told();
    },
  });
  const pipeline = { again: () => undefined, stop: () => undefined };
  const notices = createNotices();
  const undo = createUndo({ documents, histories, layoutHistory, editorLink, pipeline, notices });
  const type = () => {
    now += 1;
    steps = [...steps.slice(0, done), { from: 0, removed: '', inserted: 'x', continues: false, when: now }];
    done = steps.length;
    told();
  };
  const state = () => `${done} ${layout.getState().period} ${layout.getState().isCumulative}`;
  histories.stop();
  return { undo, type, layout, editorLink, state, notices };
}

describe('taking back', () => {
  it('goes through text and layout in the order in which they were changed, and back', async () => {
    const { undo, type, layout, state } = await window();
    const changes = [
      type,
      () => layout.setState({ period: 'year' }),
      () => layout.setState({ isCumulative: false }),
      type,
      type,
      () => layout.setState({ period: 'quarter' }),
    ];
    const states = [state()];
    for (const change of changes) {
      change();
      states.push(state());
    }
    expect(new Set(states).size).toBe(states.length);
    for (const before of states.slice(0, -1).toReversed()) {
      undo.undo();
      expect(state()).toBe(before);
    }
    for (const after of states.slice(1)) {
      undo.redo();
      expect(state()).toBe(after);
    }
  });

  it('says what of the layout came back', async () => {
    const { undo, layout, notices } = await window();
    layout.setState({ period: 'year' });
    undo.undo();
    expect(notices.store.getState().list.map(({ text }) => text)).toEqual([
      'Taken back: the length of a period.',
    ]);
  });

  it('leaves a text alone whose editor is not there', async () => {
    const { undo, type, layout, editorLink, state } = await window();
    layout.setState({ period: 'year' });
    type();
    editorLink.attach(null);
    undo.undo();
    expect(state()).toBe('1 month true');
    undo.undo();
    expect(state()).toBe('1 month true');
  });
});
