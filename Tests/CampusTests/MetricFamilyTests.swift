import Testing

@testable import Campus

@Suite struct MetricFamilyTests {
    @Test func `a counter is a line a series, in the order of its labels, and escaped`() {
        let family = MetricFamily("a_total", "What\nis \\.", labels: ["x"], known: [["z"]])
        family.add(2, ["\"b\"\\\n"])
        family.add(1, ["\"b\"\\\n"])
        #expect(
            family.text == """
                # HELP a_total What\\nis \\\\.
                # TYPE a_total counter
                a_total{x="\\"b\\"\\\\\\n"} 3
                a_total{x="z"} 0

                """)
    }

    @Test func `a value on a bound is in its bucket, and buckets add up`() {
        let family = MetricFamily("h", "Help.", bounds: [0.5, 1])
        for value in [0.25, 0.5, 1, 7] { family.observe(value) }
        #expect(
            family.text == """
                # HELP h Help.
                # TYPE h histogram
                h_bucket{le="0.5"} 2
                h_bucket{le="1"} 3
                h_bucket{le="+Inf"} 4
                h_sum 8.75
                h_count 4

                """)
    }
}
