import { UploadsAtOnce } from './uploads-at-once';

it('counts the uploads of each person, and gives places back', () => {
  const uploads = new UploadsAtOnce(2);
  const first = uploads.take('anna');
  expect(uploads.take('anna')).toBeDefined();
  expect(uploads.take('anna')).toBeUndefined();
  expect(uploads.take('bert')).toBeDefined();
  first?.();
  expect(uploads.take('anna')).toBeDefined();
  expect(uploads.take('anna')).toBeUndefined();
});
