//! Bearer tokens: who calls, for which tenant, in which role.
