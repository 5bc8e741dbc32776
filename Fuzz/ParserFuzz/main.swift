import CFuzzer
import Foundation

// Every parser of what a person, a terminal or an archive hands to brink, each by itself. Those of
// articles have a program of their own. Run by `make fuzz`, in the folder of the checkout.

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    // The first byte chooses who reads the rest; a refusal is an answer.
    let parser = parsers[Int(bytes.first ?? 0) % parsers.count]
    try? parser.run(Array(bytes.dropFirst()))
    return 0
  })
