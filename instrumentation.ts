/** Once at the start of each web process, before it answers the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { followDictionary } = await import("#lib/taxonomy/live.ts");
  followDictionary();
}
