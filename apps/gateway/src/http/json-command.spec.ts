import { isJsonCommand } from './json-command';

it.each([
  ['POST', 'application/json', true],
  ['POST', 'Application/JSON; charset=utf-8', true],
  ['POST', 'application/jsonx', false],
  ['POST', 'text/plain', false],
  ['POST', undefined, false],
  ['PUT', 'application/json', false],
])('a %s with the type %p is a command in JSON: %p', (method, type, expected) => {
  expect(isJsonCommand({ method, headers: type === undefined ? {} : { 'content-type': type } })).toBe(expected);
});
