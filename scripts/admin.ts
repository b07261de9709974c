// npm run admin -- create EMAIL: invites the first administrator and prints a one-time link.
import { openDatabase } from "./database/connect.ts";

const [command, email] = process.argv.slice(2);
const database = await openDatabase();
try {
  if (command !== "create" || !email?.includes("@")) throw new Error("usage: npm run admin -- create EMAIL");
  const { inviteStaff } = await import("#lib/accounts/invitation-commands.ts");
  const { systemViewer } = await import("#lib/auth/viewer.ts");
  const { publicUrl } = await import("#lib/public-url.ts");
  const token = await inviteStaff(systemViewer("command line"), {
    email: email.toLowerCase(),
    office: "HONG_KONG",
    role: "ADMIN",
  });
  console.log(
    `Open this link once, within seven days, to become the administrator:\n${publicUrl()}/en/invitation?token=${token}`,
  );
} catch (error) {
  const { InvalidError } = await import("#lib/errors.ts");
  console.error(
    error instanceof InvalidError
      ? "This e-mail address already has an account."
      : error instanceof Error
        ? error.message
        : error,
  );
  process.exitCode = 1;
} finally {
  await (await import("#lib/db.ts")).disconnect();
  await database.stop();
}
