import { describe, expect, it } from '@jest/globals';
import { page } from '../../platform/testing/page';
import { DropTarget } from './drop-target';

const { render, screen, settled } = page();

const drag = (type: string, types: readonly string[], files: readonly File[] = []) => {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), {
    dataTransfer: { types, files },
    relatedTarget: null,
  });
  document.dispatchEvent(event);
  return event;
};
const target = () => screen.queryByText(/Drop files to attach them/);

describe('the drop target of a room', () => {
  it('shows itself while files are dragged over the page, and takes them', async () => {
    const { emitted } = await render(DropTarget);
    const file = new File(['x'], 'a.txt');
    drag('dragenter', ['Files']);
    await settled();
    expect(target()).not.toBeNull();
    expect(drag('drop', ['Files'], [file]).defaultPrevented).toBe(true);
    await settled();
    expect([target(), emitted.dropped]).toEqual([null, [[file]]]);
  });

  it('vanishes when the files leave the window', async () => {
    await render(DropTarget);
    drag('dragenter', ['Files']);
    drag('dragleave', ['Files']);
    await settled();
    expect(target()).toBeNull();
  });

  it('leaves dragged text to the fields', async () => {
    await render(DropTarget);
    expect(drag('dragover', ['text/plain']).defaultPrevented).toBe(false);
    await settled();
    expect(target()).toBeNull();
  });
});
