// node scripts/make-social-cards.ts: draws public/social/<language>.png, app/apple-icon.png and app/favicon.ico by a browser
// with Chinese fonts. Run it by hand when the name or the icon changes; the pictures are committed.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium } from "playwright";
import { LOCALES, langTag } from "#lib/i18n/locales.ts";

const root = path.join(import.meta.dirname, "..");
const icon = readFileSync(path.join(root, "app/icon.svg"), "utf8");

async function shoot(browser: Browser, html: string, width: number, height: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
}

function card(locale: (typeof LOCALES)[number]): string {
  const words = JSON.parse(
    readFileSync(path.join(root, `lib/i18n/messages/${locale}/layout.json`), "utf8"),
  ) as Record<"name" | "tagline" | "station", string>;
  const chinese =
    locale === "zh-Hans" ? '"PingFang SC","Noto Sans CJK SC"' : '"PingFang HK","Noto Sans CJK HK"';
  return `<!doctype html><html lang="${langTag(locale)}"><meta charset="utf-8"><style>
    *{margin:0;box-sizing:border-box}
    body{width:1200px;height:630px;position:relative;overflow:hidden;background:linear-gradient(#e1f0f6,#fff 70%);color:#13222a;font-family:Inter,${chinese},"Noto Sans",sans-serif}
    header{position:absolute;left:72px;top:64px;display:flex;align-items:center;gap:20px;font-size:34px;font-weight:700;color:#083b52}
    header svg{width:72px;height:72px}
    h1{position:absolute;left:72px;right:72px;top:176px;font-size:${locale === "en" ? 68 : 80}px;line-height:1.2;font-weight:700}
    p{position:absolute;left:72px;right:72px;top:${locale === "en" ? 284 : 296}px;font-size:28px;color:#4d606a}
    .scene{position:absolute;left:0;right:0;bottom:0;width:1200px}
  </style><header>${icon}${words.name}</header><h1>${words.tagline}</h1><p>${words.station}</p>
  <svg class="scene" viewBox="0 0 1200 260" fill="none"><defs><linearGradient id="a" x1="120" x2="1080" gradientUnits="userSpaceOnUse"><stop stop-color="#8c1d5b"/><stop offset="1" stop-color="#0b4f6c"/></linearGradient></defs>
    <path d="M0 220v-60c60-14 90-50 136-52s66 30 110 34 56 52 100 78Z" fill="#f8e5f0"/><path d="M1200 220v-62c-56-8-86-46-126-42s-60 38-98 36-60 40-98 68Z" fill="#cfe4ee"/>
    <path d="M0 216h1200v44H0z" fill="#dceaf1"/><path d="M120 200Q600-30 1080 200" stroke="url(#a)" stroke-width="9" stroke-linecap="round"/><path d="M60 202h1080" stroke="#0b4f6c" stroke-width="6" stroke-linecap="round"/>
    ${[200, 300, 400, 500, 600, 700, 800, 900, 1000]
      .map((x) => {
        const t = (x - 120) / 960;
        return `<path d="M${x} 200V${(200 - 460 * t * (1 - t)).toFixed(1)}" stroke="#0b4f6c" stroke-opacity=".45" stroke-width="3"/>`;
      })
      .join("")}
  </svg></html>`;
}

const square = (size: number) =>
  `<!doctype html><style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${icon}`;

/** An .ico file that holds one PNG. */
function ico(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  for (const locale of LOCALES)
    writeFileSync(
      path.join(root, `public/social/${locale}.png`),
      await shoot(browser, card(locale), 1200, 630),
    );
  writeFileSync(path.join(root, "app/apple-icon.png"), await shoot(browser, square(180), 180, 180));
  writeFileSync(path.join(root, "app/favicon.ico"), ico(await shoot(browser, square(32), 32, 32), 32));
  console.log("Made 3 social cards and 2 icons.");
} finally {
  await browser.close();
}
