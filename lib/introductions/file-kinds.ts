/** What a case takes as files; runs anywhere. */
export const CASE_FILE_KINDS = ["pdf", "docx", "png", "jpeg"] as const;
/** For the `accept` of a file field. */
export const CASE_FILE_ACCEPT = ".pdf,.docx,.png,.jpg,.jpeg";
