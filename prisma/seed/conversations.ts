import { viewerOf } from "#lib/auth/session.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { systemViewer } from "#lib/auth/viewer.ts";
import { markThreadRead, sendMessage } from "#lib/conversations/commands.ts";
import { tellOfMessage } from "#lib/conversations/notices.ts";
import { db, transaction } from "#lib/db.ts";
import { withUploads } from "#lib/introductions/files.ts";
import type { ThreadParty } from "#prisma/generated/enums.ts";
import type { Calendar } from "./calendar.ts";

type Who = "talent" | "enterprise" | "hk" | "yt";
type Line = { day: number; who: Who; party: ThreadParty; body: string; file?: string; unread?: Who[] };

/** What was said in the demo's cases, by the talent's address. `unread`: who has not looked at it yet. */
const TALKS: Record<string, Line[]> = {
  "t128@demo.example": [
    {
      day: -9.8,
      who: "yt",
      party: "ALL",
      body: "Hello Ian, 您好！我是烟台人才服务中心的工作人员，负责跟进这次对接。Next we would like to arrange a first video talk. 请双方告知下周方便的时间。",
    },
    {
      day: -9.4,
      who: "talent",
      party: "ALL",
      body: "Thank you. Wednesday or Thursday afternoon suits me (Hong Kong time). I can show two monopile projects with measured fatigue data.",
    },
    {
      day: -9.2,
      who: "enterprise",
      party: "ALL",
      body: "周三下午三点可以，我们设计院两位总工参加，请您准备约二十分钟的项目介绍。",
    },
    {
      day: -8.9,
      who: "talent",
      party: "TALENT",
      body: "One question only for you: does my residence card cover social insurance in Yantai, or do I need anything before I sign?",
    },
    {
      day: -8.7,
      who: "yt",
      party: "TALENT",
      body: "Which steps apply depends on your status; I have asked the authority and will write here within three working days. Please do not send a copy of your identity card: it is not needed before an offer is accepted.",
    },
    {
      day: -6.5,
      who: "enterprise",
      party: "ENTERPRISE",
      body: "面谈很顺利，专业能力完全符合。想了解对方对薪酬的期望，以及安家补贴的申请条件。",
    },
    {
      day: -6.2,
      who: "yt",
      party: "ENTERPRISE",
      body: "收到。薪酬建议由贵单位先提出区间，我们再转达；补贴政策以主管部门当年公布的为准，我会把申请要点列入任务。",
    },
    {
      day: -0.3,
      who: "enterprise",
      party: "ALL",
      body: "感谢周三的交流。我们希望邀请您到蓬莱基地参观，十二月上旬是否方便？",
      unread: ["talent", "yt"],
    },
  ],
  "talent@demo.example": [
    {
      day: -1.9,
      who: "yt",
      party: "ALL",
      body: "各位好！我是烟台人才服务中心负责跟进的工作人员。本周先安排一次视频面谈，之后再商量到访蓬莱基地。",
    },
    {
      day: -1.6,
      who: "talent",
      party: "ALL",
      body: "多謝安排。星期四下午三時至六時我都有空，亦可在星期六上午。",
    },
    {
      day: -1.5,
      who: "talent",
      party: "TALENT",
      body: "想私下問一句：如果兩邊都覺得合適，可否先以柔性方式合作半年？",
    },
    {
      day: -1.2,
      who: "yt",
      party: "TALENT",
      body: "可以提出。许多单位都接受先项目合作、后全职引进；您希望我先向对方了解，还是您在面谈时自己提？",
    },
    {
      day: -0.2,
      who: "enterprise",
      party: "ALL",
      body: "周四下午四点可以，会议链接稍后发出。请您准备一两个导管架项目的实例。",
      unread: ["talent"],
    },
  ],
  "team@demo.example": [
    {
      day: -6.8,
      who: "yt",
      party: "ALL",
      body: "各位好！揭榜课题的对接已开始，我负责跟进。请团队先上传一份课题思路简介，用人单位会在一周内答复。",
    },
    {
      day: -5.5,
      who: "talent",
      party: "ALL",
      body: "多謝安排。附上繫泊系統耦合分析的思路簡介，重點是低頻漂移與動力纜的相互作用。",
      file: "研究思路簡介.pdf",
    },
    {
      day: -4.1,
      who: "enterprise",
      party: "ALL",
      body: "简介已阅，思路清楚。请问是否已有模型试验数据可以对照？",
    },
    {
      day: -3.6,
      who: "talent",
      party: "ALL",
      body: "有 1:60 水池試驗的公開數據，可以先用來校核；實海數據要待簽署保密協議後再談。",
    },
    {
      day: -0.6,
      who: "yt",
      party: "TALENT",
      body: "想先和团队确认：知识产权条款初稿准备好了，您们希望先看中文版还是英文版？",
      unread: ["talent"],
    },
  ],
};

/** The smallest file that readers accept as a PDF. */
const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

const seeder = systemViewer("demo seed");

/** Conversations of the cases that have begun. */
export async function seedConversations(calendar: Calendar): Promise<void> {
  const [hk, yt] = [await viewerOf("staff.hk@demo.example"), await viewerOf("staff.yt@demo.example")];
  for (const [email, lines] of Object.entries(TALKS)) {
    const talent = await viewerOf(email);
    const found = await db.introduction.findFirst({
      where: { talentId: talent.talentId ?? "", match: { status: "INTRODUCED" } },
      select: { id: true, enterpriseId: true },
    });
    const member = await db.account.findFirst({
      where: { enterpriseId: found?.enterpriseId ?? talent.accountId ?? "", disabledAt: null },
      orderBy: { createdAt: "asc" },
      select: { email: true },
    });
    if (!found || !member) continue;
    const people = { talent, enterprise: await viewerOf(member.email), hk, yt };
    for (const line of lines) await calendar.on(line.day, () => say(found.id, people, line));
  }
}

async function say(introductionId: string, people: Record<Who, Viewer>, line: Line) {
  const { who, party, body, file, unread = [] } = line;
  const thread = { introductionId, party };
  const seq = await withUploads(
    file ? [{ name: file, bytes: PDF }] : [],
    { path: "files", locale: "zh-Hant" },
    (uploads) => sendMessage(people[who], { ...thread, body }, { uploads }),
  );
  const { id } = await transaction(seeder, (tx) =>
    tx.threadMessage.findFirstOrThrow({ where: { seq, thread }, select: { id: true } }),
  );
  await tellOfMessage(id);
  const readers = (["talent", "enterprise", "yt"] as const).filter(
    (one) => !unread.includes(one) && (party === "ALL" || one === "yt" || one === party.toLowerCase()),
  );
  for (const one of readers) await markThreadRead(people[one], thread, seq);
}
