import { purgeNotifications, sendDigests } from "./digest.ts";

export const sendDigestsJob = () => sendDigests();
export const purgeNotificationsJob = () => purgeNotifications();
