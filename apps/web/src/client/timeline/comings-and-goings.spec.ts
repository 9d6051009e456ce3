import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { RoomLog } from '@devchitchat/contracts/testing';
import { ada, bob, cyd } from '../testing/people';
import { page } from '../../platform/testing/page';
import { ComingsAndGoings } from './comings-and-goings';

page();

describe('the lines about who came and went', () => {
  afterEach(() => {
    localStorage.clear();
  });
  const log = new RoomLog().joined(ada.userId).joined(bob.userId).left(bob.userId).banned(cyd.userId);
  const shownKinds = (choice: ComingsAndGoings) => choice.among(log.latest.lines ?? []).map(({ kind }) => kind);
  const onNewPage = () => {
    TestBed.resetTestingModule();
    return TestBed.inject(ComingsAndGoings);
  };

  it('are shown until the user hides them, and bans always', () => {
    const choice = onNewPage();
    expect(shownKinds(choice)).toEqual(expect.arrayContaining(['joined', 'left', 'banned']));
    choice.show(false);
    expect(shownKinds(choice)).toEqual(['banned']);
  });

  it('stay hidden on this device until they are shown again', () => {
    onNewPage().show(false);
    const choice = onNewPage();
    expect(choice.areShown()).toBe(false);
    choice.show(true);
    expect(onNewPage().areShown()).toBe(true);
  });
});
