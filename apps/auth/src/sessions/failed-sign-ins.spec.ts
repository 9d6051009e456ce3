import { ada, bob } from '../testing/people';
import { FailedSignIns } from './failed-sign-ins';

it('the first failed sign-in of an account is reported at once, later ones together', () => {
  const failures = new FailedSignIns();
  expect(failures.add(ada.userId)).toBe('tell now');
  expect(failures.take(ada.userId)).toBe(1);

  expect([1, 2, 3].map(() => failures.add(ada.userId))).toEqual(['later', 'later', 'later']);
  expect(failures.add(bob.userId)).toBe('tell now');
  expect(failures.take(ada.userId)).toBe(3);
});

it('an account is forgotten after a period without failures', () => {
  const failures = new FailedSignIns();
  failures.add(ada.userId);
  failures.take(ada.userId);
  expect(failures.take(ada.userId)).toBe(0);
  expect(failures.add(ada.userId)).toBe('tell now');
});

it('failures for unknown handles are counted together', () => {
  const failures = new FailedSignIns();
  expect([failures.add(null), failures.add(null)]).toEqual(['tell now', 'later']);
  expect(failures.take(null)).toBe(2);
});

it('failures that could not be stored are added to the next ones', () => {
  const failures = new FailedSignIns();
  failures.add(ada.userId);
  failures.putBack(ada.userId, failures.take(ada.userId));
  failures.add(ada.userId);
  expect(failures.take(ada.userId)).toBe(2);
});
