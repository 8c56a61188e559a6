"""Beyond one article: runs that can be resumed, the provider's batch API, Ray clusters."""
