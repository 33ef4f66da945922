import Glibc

/// The target that `FUZZ` names; libFuzzer's own arguments stay its own.
private let target: Target = {
    let name = getenv("FUZZ").map { String(cString: $0) } ?? ""
    guard let target = Target.all.first(where: { $0.name == name }) else {
        fatalError("FUZZ is one of: \(Target.all.map(\.name).joined(separator: " "))")
    }
    return target
}()

/// What libFuzzer calls, a few thousand times a second.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    target.take(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
