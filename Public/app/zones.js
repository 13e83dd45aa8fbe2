// The time zones to choose from.

/** Names and texts for a select; the present one is among them even where the browser does not know it. */
export function zones(present) {
  const names = new Set(Intl.supportedValuesOf ? Intl.supportedValuesOf("timeZone") : []);
  names.add("UTC");
  if (present) names.add(present);
  return [...names].sort().map((name) => [name, name.replaceAll("_", " ")]);
}

/** The zone of this device. */
export function ownZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
