/** Whether an error says that the disk is full. */
export const isDiskFull = ({ code }) => code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
