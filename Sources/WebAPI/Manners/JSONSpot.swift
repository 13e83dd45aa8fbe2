/// A place in a reply at which a value is written: the encoder and the single value container of ``JSONWriter``.
struct JSONSpot: Encoder, SingleValueEncodingContainer {
    let writer: JSONWriter
    let depth: Int
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        writer.beginObject(depth)
        return KeyedEncodingContainer(JSONObject<Key>(spot: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        writer.beginArray(depth)
        return JSONArray(spot: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    /// The place of a value in this one, to be closed by whatever is written next at this one.
    func nested() -> JSONSpot { JSONSpot(writer: writer, depth: writer.open()) }

    private func begun() -> JSONWriter {
        writer.beginValue(depth)
        return writer
    }

    func encodeNil() { begun().writeNull() }
    func encode(_ value: Bool) { begun().write(value) }
    func encode(_ value: String) { begun().write(value) }
    func encode(_ value: Double) throws { try begun().write(value) }
    func encode(_ value: Float) throws { try begun().write(Double(value)) }
    func encode(_ value: Int) { begun().write(value) }
    func encode(_ value: Int8) { begun().write(value) }
    func encode(_ value: Int16) { begun().write(value) }
    func encode(_ value: Int32) { begun().write(value) }
    func encode(_ value: Int64) { begun().write(value) }
    func encode(_ value: UInt) { begun().write(value) }
    func encode(_ value: UInt8) { begun().write(value) }
    func encode(_ value: UInt16) { begun().write(value) }
    func encode(_ value: UInt32) { begun().write(value) }
    func encode(_ value: UInt64) { begun().write(value) }
    func encode(_ value: some Encodable) throws { try begun().writeAny(value) }
}

/// The fields of an object.
struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let spot: JSONSpot
    var codingPath: [any CodingKey] { spot.codingPath }

    private func named(_ key: any CodingKey) -> JSONWriter {
        spot.writer.name(key.stringValue, spot.depth)
        return spot.writer
    }

    func encodeNil(forKey key: Key) { named(key).writeNull() }
    func encode(_ value: Bool, forKey key: Key) { named(key).write(value) }
    func encode(_ value: String, forKey key: Key) { named(key).write(value) }
    func encode(_ value: Int, forKey key: Key) { named(key).write(value) }
    func encode(_ value: Double, forKey key: Key) throws { try named(key).write(value) }
    func encode(_ value: some Encodable, forKey key: Key) throws {
        try named(key).writeAny(value)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        _ = named(key)
        return spot.nested().container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        _ = named(key)
        return spot.nested().unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        spot.writer.name("super", spot.depth)
        return spot.nested()
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        _ = named(key)
        return spot.nested()
    }
}

/// The elements of an array.
struct JSONArray: UnkeyedEncodingContainer {
    let spot: JSONSpot
    var codingPath: [any CodingKey] { spot.codingPath }
    var count: Int { spot.writer.count(spot.depth) }

    private func next() -> JSONWriter {
        spot.writer.nextElement(spot.depth)
        return spot.writer
    }

    func encodeNil() { next().writeNull() }
    func encode(_ value: Int) { next().write(value) }
    func encode(_ value: String) { next().write(value) }
    func encode(_ value: some Encodable) throws { try next().writeAny(value) }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        _ = next()
        return spot.nested().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        _ = next()
        return spot.nested().unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        _ = next()
        return spot.nested()
    }
}

/// A dictionary whose keys are data rather than names of fields.
protocol StringKeyed {
    func write(to spot: JSONSpot) throws
}

extension Dictionary: StringKeyed where Key == String, Value: Encodable {
    func write(to spot: JSONSpot) throws {
        spot.writer.beginObject(spot.depth)
        for (key, value) in sorted(by: { $0.key < $1.key }) {
            spot.writer.name(key, asIs: true, spot.depth)
            try spot.writer.writeAny(value)
        }
    }
}
