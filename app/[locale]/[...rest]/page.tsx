import { notFound } from "next/navigation";

/** Every address that no page claims, so that it is answered in the visitor's language. */
export default function Unclaimed() {
  notFound();
}
