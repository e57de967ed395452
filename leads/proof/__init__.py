"""What the ledger proves: every entry judged anew, every balance explained, every lead's story told."""
