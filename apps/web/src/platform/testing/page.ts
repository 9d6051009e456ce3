import '@angular/compiler';
import {
  ApplicationRef,
  type EnvironmentProviders,
  ErrorHandler,
  type InputSignal,
  type OutputRef,
  type Provider,
  reflectComponentType,
  type Type,
} from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { BrowserTestingModule, platformBrowserTesting } from '@angular/platform-browser/testing';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { configure, within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { keepKeysOfInputMethods } from '../browser/input-method';
import { resetLocalStore } from '../browser/local-store';
import { installDom, pageDocument } from './dom';

type InputOf<Member> = Member extends InputSignal<infer Value> ? Value : never;
type OutputOf<Member> = Member extends OutputRef<infer Value> ? Value : never;

type Inputs<Component> = {
  [Name in keyof Component as [InputOf<Component[Name]>] extends [never] ? never : Name]?: InputOf<Component[Name]>;
};
type Emitted<Component> = {
  readonly [Name in keyof Component as [OutputOf<Component[Name]>] extends [never] ? never : Name]: OutputOf<
    Component[Name]
  >[];
};

interface Setup<Component> {
  readonly inputs?: Inputs<Component>;
  readonly providers?: readonly (Provider | EnvironmentProviders)[];
}

interface Rendered<Component> {
  readonly fixture: ComponentFixture<Component>;
  /** Every value that each output has emitted so far. */
  readonly emitted: Emitted<Component>;
}

/** Errors that components throw while Angular renders them or runs their listeners. */
const errors: Error[] = [];
const errorHandler: Provider = {
  provide: ErrorHandler,
  useValue: { handleError: (error: Error) => errors.push(error) },
};

let isReady = false;

function initTestBed(): void {
  if (isReady) return;
  TestBed.initTestEnvironment(BrowserTestingModule, platformBrowserTesting());
  isReady = true;
}

/** Resolves when nothing is left to render, including the work of settled promises and of timers without a delay. */
async function settled(): Promise<void> {
  await new Promise((resolve) => void setTimeout(resolve));
  await TestBed.inject(ApplicationRef).whenStable();
}

// Updates the page after every action of `user`.
configure({
  asyncWrapper: async (act) => {
    const result: unknown = await act();
    await settled();
    return result;
  },
});

/**
 * Gives the current spec file a page: `render` renders a component, `screen` finds elements by role and label, and
 * `user` clicks and types. The DOM is happy-dom's, which has no layout.
 */
export function page() {
  let remove: () => void;
  beforeAll(() => {
    remove = installDom();
    keepKeysOfInputMethods(pageDocument);
    resetLocalStore();
    initTestBed();
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    const [error] = errors.splice(0);
    if (error) throw error;
  });
  afterAll(() => {
    remove();
  });
  return {
    screen: within(pageDocument.body),
    user: userEvent.setup({ document: pageDocument, delay: null }),
    render,
    settled,
  };
}

async function render<Component>(
  component: Type<Component>,
  { inputs = {}, providers = [] }: Setup<Component> = {},
): Promise<Rendered<Component>> {
  TestBed.configureTestingModule({ providers: [errorHandler, ...providers] });
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const emitted: Record<string, unknown[]> = {};
  for (const { propName } of reflectComponentType(component)?.outputs ?? []) {
    const values: unknown[] = (emitted[propName] = []);
    const output = fixture.componentInstance[propName as keyof Component] as OutputRef<unknown>;
    output.subscribe((value) => values.push(value));
  }
  await settled();
  return { fixture, emitted: emitted as unknown as Emitted<Component> };
}
