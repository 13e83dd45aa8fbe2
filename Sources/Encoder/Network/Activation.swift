/// The Gaussian error linear unit: x · (1 + erf(x / √2)) / 2.
enum Activation {
    /// Applies it to the first numbers.
    static func apply(_ numbers: inout [Float], count: Int) {
        var place = 0
        unsafe numbers.withUnsafeMutableBufferPointer { numbers in
            guard let start = UnsafeMutableRawPointer(numbers.baseAddress) else { return }
            while place + 8 <= count {
                let eight = unsafe start.loadUnaligned(fromByteOffset: place * 4, as: SIMD8<Float>.self)
                unsafe start.storeBytes(of: value(eight), toByteOffset: place * 4, as: SIMD8<Float>.self)
                place += 8
            }
        }
        while place < count {
            numbers[place] = value(SIMD8(repeating: numbers[place]))[0]
            place += 1
        }
    }

    private static func value(_ x: SIMD8<Float>) -> SIMD8<Float> {
        x * 0.5 * (1 + erf(x * Float(0.5).squareRoot()))
    }

    /// The error function as a quotient of two polynomials, right to within 3e-7 (a call of the library's for each number
    /// would take as long as a layer).
    static func erf(_ number: SIMD8<Float>) -> SIMD8<Float> {
        let x = number.clamped(lowerBound: SIMD8(repeating: -4), upperBound: SIMD8(repeating: 4))
        let square = x * x
        var over = SIMD8<Float>(repeating: -2.72614225801306e-10)
        for factor: Float in [
            2.77068142495902e-08, -2.10102402082508e-06, -5.69250639462346e-05, -7.34990630326855e-04,
            -2.95459980854025e-03, -1.60960333262415e-02,
        ] { over = over * square + factor }
        var under = SIMD8<Float>(repeating: -1.45660718464996e-05)
        for factor: Float in [
            -2.13374055278905e-04, -1.68282697438203e-03, -7.37332916720468e-03, -1.42647390514189e-02,
        ] { under = under * square + factor }
        return x * over / under
    }
}
