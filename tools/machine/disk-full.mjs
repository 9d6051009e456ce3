/** Whether a file could not be written because there is no room for it. */
export const isDiskFull = ({ code }) => code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
