import { createHash } from "node:crypto";
import { FileUp } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeepTyped } from "#components/talents/keep-typed.tsx";
import { ProfileReview } from "#components/talents/profile-review.tsx";
import { ProfileSteps } from "#components/talents/profile-steps.tsx";
import { SavedState } from "#components/talents/saved-state.tsx";
import { StepFields } from "#components/talents/step-fields.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { ActionForm, SubmitButton } from "#components/ui/form.tsx";
import { Card, Notice, PageHeader } from "#components/ui/surface.tsx";
import { UserText } from "#components/ui/user-text.tsx";
import { pageViewer } from "#lib/auth/current.ts";
import { saveProfileSectionAction } from "#lib/talents/actions.ts";
import { sectionValues } from "#lib/talents/form-values.ts";
import { getOwnProfile, type OwnProfile } from "#lib/talents/queries.ts";
import { type Section, STEPS, type Step } from "#lib/talents/schema.ts";

type Search = { searchParams: Promise<{ step?: string; saved?: string; applied?: string }> };

const stepOf = (value: string | undefined): Step => STEPS.find((step) => step === value) ?? "about";

export async function generateMetadata({ searchParams }: Search): Promise<Metadata> {
  const t = await getTranslations("talents");
  return { title: `${t(`sections.${stepOf((await searchParams).step)}`)} · ${t("form.title")}` };
}

export default async function ProfilePage({ searchParams }: Search) {
  const viewer = await pageViewer("/talent/profile");
  const search = await searchParams;
  const step = stepOf(search.step);
  const own = await getOwnProfile(viewer);
  const t = await getTranslations("talents");
  const team = own.kind === "TEAM";
  const [place, of] = [STEPS.indexOf(step) + 1, STEPS.length];
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader
        crumb={`${t("form.title")} · ${t("form.stepOf", { step: place, of })}`}
        title={t(`sections.${step === "about" && team ? "aboutTeam" : step}`)}
        actions={<SavedState own={own} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <ProfileSteps current={step} items={own.items} team={team} />
        <div className="grid min-w-0 content-start gap-4">
          {search.applied !== undefined && (
            <Notice tone="ok" live>
              {t("cv.applied", { count: Number(search.applied) || 0 })}
            </Notice>
          )}
          {own.status === "CHANGES_REQUESTED" && own.reviewNote && (
            <Notice tone="warn" title={t("home.note")}>
              <UserText>{own.reviewNote}</UserText>
            </Notice>
          )}
          {!own.can.edit && <Notice tone="warn">{t("form.locked")}</Notice>}
          {own.can.edit && step === "about" && (
            <ButtonLink tone="plain" href="/talent/profile/cv" className="justify-self-start">
              <FileUp aria-hidden className="size-5" />
              {t("form.fromCv")}
            </ButtonLink>
          )}
          {step === "review" ? (
            <ProfileReview own={own} />
          ) : (
            own.can.edit && <StepForm own={own} section={step} saved={search.saved === "1"} />
          )}
        </div>
      </div>
    </div>
  );
}

/** A draft belongs to what was stored when it was typed: over newer words it does not come back. */
const draftId = (section: Section, values: object) =>
  `profile-${section}-${createHash("sha256").update(JSON.stringify(values)).digest("hex").slice(0, 12)}`;

async function StepForm({ own, section, saved }: { own: OwnProfile; section: Section; saved: boolean }) {
  const t = await getTranslations("talents.form");
  const verified = own.status === "LISTED" || own.status === "VERIFIED" || own.status === "PAUSED";
  const facts = section !== "terms" && section !== "contact";
  const values = sectionValues(section, own);
  const id = draftId(section, values);
  return (
    <Card>
      {saved && (
        <div className="mb-4">
          <Notice tone="ok" live>
            {t("done")}
          </Notice>
        </div>
      )}
      {verified && facts && <p className="mb-4 text-sm text-slate">{t("editedNote")}</p>}
      <ActionForm key={`${section}:${own.version}`} id={id} action={saveProfileSectionAction} values={values}>
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="version" value={own.version} />
        <KeepTyped id={id} />
        <StepFields section={section} team={own.kind === "TEAM"} />
        <div className="flex flex-wrap gap-3 border-t border-line pt-5">
          <SubmitButton name="_then" value="next">
            {t("saveNext")}
          </SubmitButton>
          <SubmitButton tone="plain" name="_then" value="stay">
            {t("save")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
