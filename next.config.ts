import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  typescript: { tsconfigPath: "tsconfig.json" },
  // native modules and workers are loaded from node_modules as they are
  serverExternalPackages: [
    "@node-rs/argon2",
    "pg",
    "pg-boss",
    "pino",
    "exceljs",
    "pdfkit",
    "unpdf",
    "mammoth",
    "opencc-js",
    "nodemailer",
  ],
  experimental: { serverActions: { bodySizeLimit: "11mb" } },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
