import { useEffect } from "react";
import { navigate } from "../../platform/location.ts";

/** Leads to the first page of administration. */
export default function AdministrationPage() {
  useEffect(() => navigate("/administration/users", { replace: true }), []);
  return null;
}
