//! One integration binary: contract suites, whole trips through HTTP, the house itself.

mod answers;
