/** How each kind of need differs in its form. */
export const MODES_OF = {
  job: ["full_time", "flexible"],
  expert: ["flexible", "project"],
  challenge: ["project", "flexible"],
  // an internship knows one way only
  internship: ["internship"],
} as const;
export const DUTIES_OF = {
  job: "duties",
  expert: "duties",
  challenge: "results",
  internship: "guidance",
} as const;
export const PAY_OF = { job: "pay", expert: "pay", challenge: "budget", internship: "allowance" } as const;
export const USUAL_PERIOD = { job: "year", expert: "day", challenge: "year", internship: "month" } as const;
