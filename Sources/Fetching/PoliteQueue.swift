import DequeModule
import Dispatch
import Synchronization

/// Does work for many hosts at once, and for each of them one thing after the other, with a
/// pause between: no server is asked twice at a time.
package struct PoliteQueue: Sendable {
  /// How many hosts are asked at once.
  package var width: Int
  /// Between two questions to one host.
  package var pause: Duration

  package init(width: Int = 8, pause: Duration = .seconds(1)) {
    self.width = width
    self.pause = pause
  }

  /// Hands each result over as soon as it is there; one at a time, from any thread. Returns
  /// when all is done.
  ///
  /// - Parameter host: which items ask the same server.
  package func run<Item: Sendable, Value: Sendable>(
    _ items: [Item], host: (Item) -> String, work: @escaping @Sendable (Item) -> Value,
    handle: (Item, Value) -> Void
  ) {
    var lanes: [String: [Item]] = [:]
    var order: [String] = []
    for item in items {
      let host = host(item)
      if lanes[host] == nil { order.append(host) }
      lanes[host, default: []].append(item)
    }
    let results = Results<(Item, Value)>()
    let waiting = Mutex(order.reversed().compactMap { lanes[$0] })
    let threads = min(width, order.count)
    for _ in 0..<threads {
      DispatchQueue.global().async {
        while let lane = waiting.withLock({ $0.popLast() }) {
          for (index, item) in lane.enumerated() {
            if index > 0 { Self.wait(pause) }
            results.put((item, work(item)))
          }
        }
      }
    }
    for _ in items {
      let (item, value) = results.next()
      handle(item, value)
    }
  }

  private static func wait(_ pause: Duration) {
    let (seconds, attoseconds) = pause.components
    let nanoseconds = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
    guard nanoseconds > 0 else { return }
    _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .nanoseconds(nanoseconds))
  }

  /// What the threads have done, for the one that waits for it.
  private final class Results<Value: Sendable>: Sendable {
    private let values = Mutex<Deque<Value>>([])
    private let count = DispatchSemaphore(value: 0)

    func put(_ value: Value) {
      values.withLock { $0.append(value) }
      count.signal()
    }

    func next() -> Value {
      count.wait()
      return values.withLock { $0.removeFirst() }
    }
  }
}
