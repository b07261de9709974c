import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { Card } from "#components/ui/surface.tsx";
import { useReceipt } from "./consent-row.tsx";

/** The receipts of every consent, for people and for programs. */
export function ReceiptsCard() {
  const t = useTranslations("talents.privacy");
  const receipt = useReceipt();
  return (
    <Card aria-labelledby="receipts">
      <h2 id="receipts" className="text-lg">
        {t("receipts")}
      </h2>
      <p className="mt-1 mb-4 text-slate">{t("receiptsText")}</p>
      <p className="flex flex-wrap gap-3">
        <a className={buttonClass("plain")} href={receipt("html")} download>
          {t("receiptsPrint")}
        </a>
        <a className={buttonClass("plain")} href={receipt("json")} download>
          {t("receiptsData")}
        </a>
      </p>
    </Card>
  );
}
