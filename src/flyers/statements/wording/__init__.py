"""Words by the rules of their language: dates, sentences, set phrases, quotations."""
