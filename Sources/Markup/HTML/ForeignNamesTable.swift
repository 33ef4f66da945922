/// The letter case SVG and MathML names have in a tree, which HTML source does not keep (§13.2.6.5,
/// §13.2.6.1).
enum ForeignNamesTable {
    /// An SVG element's name.
    static func element(_ name: String) -> String { elements[name] ?? name }

    /// An attribute's name on a foreign element; prefixed names are given as "xlink href".
    static func attribute(_ name: String, in namespace: HTMLNamespace) -> String {
        if namespace == .html { return name }
        if let prefixed = prefixedAttributes[name] { return prefixed }
        if namespace == .mathML { return name == "definitionurl" ? "definitionURL" : name }
        return svgAttributes[name] ?? name
    }

    private static let prefixedAttributes = [
        "xlink:actuate": "xlink actuate", "xlink:arcrole": "xlink arcrole", "xlink:href": "xlink href",
        "xlink:role": "xlink role", "xlink:show": "xlink show", "xlink:title": "xlink title",
        "xlink:type": "xlink type", "xml:lang": "xml lang", "xml:space": "xml space", "xmlns": "xmlns xmlns",
        "xmlns:xlink": "xmlns xlink",
    ]

    private static let elements = lowercasedKeys(
        """
        altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend
        feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
        feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge
        feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
        foreignObject glyphRef linearGradient radialGradient textPath
        """)

    private static let svgAttributes = lowercasedKeys(
        """
        attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant
        edgeMode filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength
        keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth
        maskContentUnits maskUnits numOctaves pathLength patternContentUnits patternTransform patternUnits
        pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits refX refY
        repeatCount repeatDur requiredExtensions requiredFeatures specularConstant specularExponent
        spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX
        targetY textLength viewBox viewTarget xChannelSelector yChannelSelector zoomAndPan
        """)

    private static func lowercasedKeys(_ names: String) -> [String: String] {
        var table: [String: String] = [:]
        for name in names.split(whereSeparator: \.isWhitespace) { table[name.lowercased()] = String(name) }
        return table
    }
}
