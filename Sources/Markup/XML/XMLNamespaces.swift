/// The namespace declarations in force (Namespaces in XML §6), held loosely: an unbound prefix is just a
/// word.
struct XMLNamespaces {
    private struct Binding {
        let prefix: String
        let address: String
        let depth: Int
        let stateBefore: Int
    }

    private var bindings: [Binding] = []
    private var states = 0
    /// A number that is the same as long as the same declarations are in force.
    private(set) var state = 0

    /// Declares a prefix (empty for the default namespace) from the element at `depth` inwards.
    mutating func declare(_ prefix: String, _ address: String, depth: Int) {
        // Some feeds repeat a declaration on every element.
        if self.address(of: prefix) == address { return }
        guard bindings.count < Limits.namespaceBindings else { return }
        bindings.append(Binding(prefix: prefix, address: address, depth: depth, stateBefore: state))
        states += 1
        state = states
    }

    /// Forgets what was declared deeper than `depth`.
    mutating func leave(to depth: Int) {
        while let last = bindings.last, last.depth > depth {
            state = last.stateBefore
            bindings.removeLast()
        }
    }

    /// The address a prefix stands for; nothing where it was never declared.
    func address(of prefix: String) -> String? {
        bindings.last { $0.prefix == prefix }?.address
    }
}
