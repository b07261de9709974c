import type { MeetingView } from "#lib/meetings/views.ts";

type Props = { introductionId: string; meeting: Pick<MeetingView, "id" | "version"> };

/** Which meeting a form is about, as it was seen. */
export const Ref = ({ introductionId, meeting, versioned = true }: Props & { versioned?: boolean }) => (
  <>
    <input type="hidden" name="introductionId" value={introductionId} />
    <input type="hidden" name="meetingId" value={meeting.id} />
    {versioned && <input type="hidden" name="version" value={meeting.version} />}
  </>
);
