// Checks of a process's own files before it opens them; without Nest, for programs that run before it.
export * from '../process/start-refusal';
export * from './missing-files';
export * from './owned-text';
export * from './owner-only.files';
