/// Bounds on what a document may make a parser do.
enum Limits {
    /// Open elements; deeper ones are flattened into this one.
    ///
    /// Real feeds and pages stay below 100.
    static let depth = 512
    /// Attributes read of one tag; the others are passed over.
    static let attributesPerTag = 256
    /// Different element names remembered by number; a feed with modules has about a hundred.
    static let elementNames = 1024
    /// Namespace declarations in force at once.
    static let namespaceBindings = 256
    /// Entities a document may declare for itself; the DTD of RSS 0.91 declares 96 in a file nobody fetches.
    static let declaredEntities = 64
    /// Bytes that declared entities may add to a document: a hundred long articles, no billion laughs.
    static let entityExpansion = 1 << 20
    /// Declared entities inside declared entities.
    static let entityNesting = 16
    /// Bytes of one entity's name; the longest of HTML has 31.
    static let referenceName = 64
    /// Bytes of an internal DTD subset that are read.
    static let internalSubset = 1 << 16
    /// Bytes searched for an encoding declaration (WHATWG HTML §13.2.3.2 says 1024).
    static let encodingDeclaration = 1024
    /// Bytes looked at when the encoding has to be guessed.
    static let encodingSample = 1 << 16
    /// Open brackets of a JSON text; deeper values are passed over.
    static let jsonDepth = 64
    /// Values of one JSON text, so that a file of `[[],[],…` cannot fill the memory.
    static let jsonValues = 4_000_000
}
