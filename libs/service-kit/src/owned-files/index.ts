// What a process needs to look at its own files before it opens them; without Nest, for the programs that run before it.
export * from '../process/start-refusal';
export * from './missing-files';
export * from './owned-text';
export * from './owner-only.files';
