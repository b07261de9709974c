-- Terms that whoever put them forward has taken back before they were answered.
ALTER TYPE "OfferStatus" ADD VALUE 'WITHDRAWN';
