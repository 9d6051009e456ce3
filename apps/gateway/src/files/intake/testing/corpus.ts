import type { CorpusFile } from './corpus-file';
import { hostilePictures } from './hostile-pictures';
import { otherFiles } from './other-files';
import { pictures } from './pictures';

/** More than sixty files, common and hostile, each made here by the rules of its format. */
export const corpus = async (): Promise<readonly CorpusFile[]> => [
  ...(await pictures()),
  ...(await hostilePictures()),
  ...otherFiles(),
];
