/// A bearer secret, stored hashed and shown once.
public enum Token: Identified {
    public static let idPrefix = "tok"
}

/// A one-use link into the product.
public enum Invitation: Identified {
    public static let idPrefix = "inv"
}
