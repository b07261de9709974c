"use client";

import { Printer } from "lucide-react";
import { Button } from "./button.tsx";

/** Prints the page as its `print:` rules lay it out. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button tone="quiet" onClick={() => window.print()} className="-ml-3 print:hidden">
      <Printer aria-hidden className="size-4" />
      {label}
    </Button>
  );
}
