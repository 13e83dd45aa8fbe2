import Testing

@testable import Answers

@Suite struct AcronymReaderTests {
    @Test(arguments: [
        ("We sign a Service Level Agreement (SLA) first.", ["sla = service level agreement"]),
        ("SLA (service level agreement)", ["sla = service level agreement"]),
        ("Two SLAs (Service-Level Agreements) differ.", ["sla = service level agreements"]),
        ("service level agreements (SLAs)", ["sla = service level agreements"]),
        ("The Return on Investment (ROI) counts.", ["roi = return on investment"]),
        ("Statement of Work (SW) and SOW (statement of work)", ["sw = statement of work", "sow = statement of work"]),
        ("Request for a *proposal* (RFP)", ["rfp = request for a proposal"]),
        ("Ask why (twice), then wait (a little).", []),
        ("It is late. Level Agreement (SLA)", []), ("Agreement (SLA)", []), ("(SLA) Service Level Agreement", []),
        ("service level agreement (slb)", []), ("service level agreement (SLA", []), ("((((((", []), ("", []),
        ("service, level, agreement (sla)", []),
        ("日本 (jp)", []), ("日本語(jp)", []), ("สัญญา (sla)", []), ("(日本) 日本 (日)", []),
        ("Änderungs-Antrag-Liste (ÄAL)", ["aal = anderungs antrag liste"]),
        ("Общество с ограниченной ответственностью (ООО), ЗП (заработная плата)", ["зп = заработная плата"]),
        ("Генеральный директор (ГД), ЁЖ (ёлка жёлтая)", ["гд = генеральныи директор", "еж = елка желтая"]),
        ("Φόρος Προστιθέμενης Αξίας (ΦΠΑ)", ["φπα = φοροσ προστιθεμενησ αξιασ"]),
        // Letters that look alike are of two scripts; and a script without capitals has no short forms.
        ("Центральный Банк (ЦB)", []), ("цена bank (цb)", []), ("בית ספר (בס)", []),
        ("2 Factor Authentication (2FA)", ["2fa = 2 factor authentication"]),
    ])
    func `a short form in brackets is one where first letters bear it out`(text: String, acronyms: [String]) {
        let found = AcronymReader.acronyms(in: text, limit: 1_000).map { acronym in
            String(decoding: acronym.short, as: UTF8.self) + " = "
                + acronym.words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        }
        #expect(found == acronyms)
    }
}
