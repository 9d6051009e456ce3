import { projectIn } from '../../jest.preset.mjs';

export default projectIn('apps/init');
