import { projectIn } from '../../jest.preset.mjs';

export default projectIn('libs/message-text');
