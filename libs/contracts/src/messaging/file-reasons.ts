import { defineReason, param } from '../grammar/reason';

export const fileTooLarge = defineReason('file.too_large', {
  code: 'too_large',
  sentence: 'This file is too large: a file can have up to {megabytes} MB here.',
  params: { megabytes: param.count },
});

export const fileDiskReserve = defineReason('file.disk_reserve', {
  code: 'unavailable',
  sentence: 'The server’s disk is almost full, so it takes no files now. Tell an admin.',
});

export const fileServerQuota = defineReason('file.server_quota', {
  code: 'unavailable',
  sentence: 'All files here together have reached {gigabytes} GB, the maximum. Tell an admin.',
  params: { gigabytes: param.limit },
});

export const filePersonQuota = defineReason('file.person_quota', {
  code: 'conflict',
  sentence:
    'Your files here have reached {gigabytes} GB, the maximum. Delete messages with files that you no longer need.',
  params: { gigabytes: param.limit },
});

export const fileTooManyOpen = defineReason('file.too_many_open', {
  code: 'rate_limited',
  sentence: '{max} of your files are waiting to be sent, the maximum. Send or remove some of them.',
  params: { max: param.count },
});

export const fileIdReused = defineReason('file.id_reused', {
  code: 'conflict',
  sentence: 'This clientFileId was already used for another file.',
});

/** The same refusal for files of others, of other rooms, in another message, expired or never uploaded. */
export const fileNotUploaded = defineReason('file.not_uploaded', {
  code: 'conflict',
  sentence: 'The server doesn’t have the whole file, or no longer. Upload it again.',
});

/** The same refusal for files that do not exist and for those that the caller may not see. */
export const fileUnknown = defineReason('file.unknown', {
  code: 'not_found',
  sentence: 'There is no such file, or you can’t see it.',
});

export const fileOffset = defineReason('file.offset', {
  code: 'conflict',
  sentence: 'This upload goes on at byte {received}.',
  params: { received: param.count },
});

export const fileLength = defineReason('file.length', {
  code: 'invalid',
  sentence: 'Send the bytes of the file from the offset on, at least one and at most up to the announced size.',
});

export const fileUploadsAtOnce = defineReason('file.uploads_at_once', {
  code: 'rate_limited',
  sentence: '{max} of your files are being uploaded at the moment, the maximum. Wait for one of them.',
  params: { max: param.count },
});

export const filePictureDamaged = defineReason('file.picture_damaged', {
  code: 'invalid',
  sentence: 'The server can’t read this picture. It may be damaged.',
});

export const filePictureTooLarge = defineReason('file.picture_too_large', {
  code: 'too_large',
  sentence: 'This picture is too large: a picture can have up to {megapixels} megapixels, all its frames together.',
  params: { megapixels: param.count },
});

export const fileIntakeBusy = defineReason('file.intake_busy', {
  code: 'unavailable',
  sentence: 'The server couldn’t look at this file in time. Try again.',
});
