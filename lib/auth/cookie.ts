/** The session cookie; `__Host-` where the site is served over https. Runs anywhere. */
export const SESSION_COOKIES = ["__Host-bridge-session", "bridge-session"] as const;

export const sessionCookieName = (publicUrl: string) =>
  publicUrl.startsWith("https:") ? SESSION_COOKIES[0] : SESSION_COOKIES[1];
